"use strict";
// Without a network the forms of the field still open, and what is sent waits on the device.
// HERE (addresses and forms) stands before this file, see lawgov/casework/web/offline.py.

const SHELL = "lawgov-shell", PAGES = "lawgov-pages";
const KEY = /(name="_key"\s+value=")[^"]*"/;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => {
  if (event.data === "keep") event.waitUntil(Promise.all(HERE.pages.map(keep)));
});
self.addEventListener("fetch", (event) => {
  const { request } = event, url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.mode === "navigate" && request.method === "POST" && url.pathname in HERE.forms) {
    event.respondWith(send(request, url));
  } else if (request.mode === "navigate" && request.method === "GET" && HERE.pages.includes(url.pathname)) {
    event.respondWith(page(request, url));
  } else if (request.method === "GET" && url.pathname.startsWith(HERE.shell)) {
    event.respondWith(asset(request));
  }
});

// The bare page alone is kept: a link may have filled in something about a case.
async function keep(path) {
  const cache = await caches.open(PAGES), answer = await fetch(path);
  if (!answer.ok || answer.redirected) return cache.delete(path);
  const html = await answer.clone().text();
  const named = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map((found) => found[1]);
  const shell = await caches.open(SHELL);
  await shell.addAll([...new Set(named.filter((each) => each.startsWith(HERE.shell)))]);
  return cache.put(path, answer);
}

async function asset(request) {
  const cache = await caches.open(SHELL);
  try {
    const answer = await fetch(request);
    if (answer.ok) await cache.put(request, answer.clone());
    return answer;
  } catch (error) {
    const kept = await cache.match(request);
    if (!kept) throw error;
    return kept;
  }
}

async function page(request, url) {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await (await caches.open(PAGES)).match(url.pathname);
    if (!kept) throw error;
    return anew(kept);
  }
}

// Opened again from the cache it is another wish, so it gets a key of its own.
async function anew(kept) {
  const html = (await kept.text()).replace(KEY, `$1${crypto.randomUUID()}"`);
  const headers = { "Content-Type": "text/html; charset=utf-8" };
  const policy = kept.headers.get("Content-Security-Policy");
  if (policy) headers["Content-Security-Policy"] = policy;
  return new Response(html, { headers });
}

async function send(request, url) {
  const kept = request.clone(), after = url.searchParams.get("after");
  const queued = url.searchParams.get("queued");
  if (!after) {
    try {
      const answer = await fetch(request);
      const item = queued && answer.type === "opaqueredirect" && await queue.item(queued);
      if (item) await queue.remove(item);
      return answer;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return wait(await kept.formData(), url, after);
}

async function wait(form, url, after) {
  const { label, leads } = HERE.forms[url.pathname];
  const item = await queue.add(form, { path: url.pathname, label, after });
  const next = new URL(HERE.pending, location.origin);
  if (leads && form.get(leads.fact) === leads.value) {
    next.pathname = leads.to;
    next.search = new URLSearchParams({ after: item.key, unit: form.get("unit") || "", ...leads.fills });
  }
  return Response.redirect(next.href, 303);
}
