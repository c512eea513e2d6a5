"use strict";
// The page's side of work without a network: who is here, what waits, and sending it once.

const HERE_IS = document.currentScript.dataset; // of the frame: pending, worker, login

async function session() {
  const answer = await fetch(HERE_IS.pending);
  if (!answer.ok || answer.redirected) return null;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return { user: page.body.dataset.user, token: JSON.parse(page.body.getAttribute("hx-headers"))["X-CSRFToken"] };
}

// One at a time, in the order in which they were filled in; what follows on something waits for it.
async function sendAll() {
  const user = document.body.dataset.user;
  if (!user || !(await queue.of(user)).some((item) => item.state === "waiting")) return show();
  await navigator.locks.request("lawgov:send", { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    const here = await session().catch(() => null);
    if (here?.user !== user) return;
    for (const item of await queue.of(user)) {
      if (item.state === "waiting" && !(await sendOne(item, here.token))) break;
    }
  });
  return show();
}

// Whether it is worth going on to the next.
async function sendOne(item, token) {
  if (item.tries && Date.now() - item.at > queue.SENT_KEPT) {
    return failed(item, ["已过72小时，可能已送达：请先到列表核对，没有的再点重试"]);
  }
  if (item.after && await queue.item(item.after)) return true;
  const form = await queue.form(item), before = item.after && await queue.was(item.after);
  form.set("csrfmiddlewaretoken", token);
  if (before) new URL(before.url).searchParams.forEach((value, name) => form.set(name, value));
  await queue.save({ ...item, tries: item.tries + 1 });
  let answer;
  try {
    answer = await fetch(item.path, { method: "POST", body: form });
  } catch {
    return false;
  }
  if (answer.redirected && new URL(answer.url).pathname !== HERE_IS.login) {
    await queue.arrived(item, answer.url);
    return true;
  }
  if (answer.redirected || answer.status >= 500) return false;
  return failed(item, reasons(await answer.text()));
}

async function failed(item, why) {
  await queue.save({ ...item, state: "failed", why });
  return true;
}

function reasons(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const lines = [...page.querySelectorAll("main .summary li")];
  const said = lines.map((line) => line.textContent.trim().replace(/\s+/g, " "));
  return said.length ? [...new Set(said)] : [page.querySelector("main h1")?.textContent.trim() || "未被接收"];
}

async function show() {
  const user = document.body.dataset.user;
  if (!user) return;
  const items = await queue.of(user), bell = document.querySelector("[data-waiting]");
  if (bell) {
    bell.hidden = !items.length;
    bell.querySelector("strong").textContent = items.length;
  }
  const list = document.querySelector("[data-queue]");
  if (!list) return;
  const rows = [...items.map(rowOf), ...(await queue.sent(user)).map(sentRow)];
  list.replaceChildren(...rows);
  document.querySelector("[data-nothing]").hidden = rows.length > 0;
}

function row(label, at, words, light) {
  const made = document.querySelector("template[data-row]").content.cloneNode(true).firstElementChild;
  made.querySelector("[data-label-of]").textContent = label;
  made.querySelector("[data-at]").textContent = new Date(at).toLocaleString("zh-CN");
  const state = made.querySelector("[data-state]");
  state.textContent = words;
  state.classList.add(light);
  return made;
}

function rowOf(item) {
  const waits = item.state === "waiting";
  const made = row(item.label, item.at, waits ? "待发送" : "未被接收", waits ? "light-yellow" : "light-red");
  const photos = item.photos ? `照片${item.photos}张。` : "";
  made.querySelector("[data-why]").textContent = photos + item.why.join("；");
  const tools = made.querySelector("[data-tools]");
  tools.hidden = false;
  const [again, edit, drop] = tools.children;
  again.addEventListener("click", async () => {
    await queue.save({ ...item, state: "waiting", why: [], at: waits ? item.at : Date.now() });
    await sendAll();
  });
  edit.href = `${item.path}?queued=${item.key}${item.after ? `&after=${item.after}` : ""}`;
  drop.addEventListener("click", async () => {
    if (!confirm("删除后不能恢复，确定不再发送吗？")) return;
    await queue.remove(item);
    await show();
  });
  return made;
}

function sentRow(was) {
  const made = row(was.label, was.at, "已送达", "light-green"), onward = made.querySelector("[data-onward]");
  const leads = new URL(was.url);
  onward.hidden = !leads.search;
  onward.href = leads.pathname + leads.search;
  return made;
}

// A form that waits is put right: everything stands in it again, its photos too.
async function refill(form) {
  const item = await queue.item(new URLSearchParams(location.search).get("queued") || "");
  if (!item || item.user !== document.body.dataset.user) return;
  const data = await queue.form(item);
  form.elements._key.value = item.key;
  const refused = document.querySelector(".summary"); // what stands there is newer, but for files
  for (const name of new Set(data.keys())) {
    const values = data.getAll(name), own = ["csrfmiddlewaretoken", "_key"].includes(name);
    if (!own && (!refused || values[0] instanceof File)) refillOne(form, name, values);
  }
}

function refillOne(form, name, values) {
  const fields = [...form.elements].filter((field) => field.name === name && field.type !== "submit");
  fields.forEach((field, n) => {
    if (field.type === "file") {
      const files = new DataTransfer();
      if (n === 0) values.filter((file) => file.size).forEach((file) => files.items.add(file));
      field.files = files.files;
    } else if (field.type === "checkbox" || field.type === "radio") {
      field.checked = values.includes(field.value);
    } else if (values[n] !== undefined) {
      field.value = values[n];
      if (values[n]) unfold(field);
    }
  });
}

// What the server would have filled in from the link, where the page came from the device.
function followOn(form) {
  const asked = new URLSearchParams(location.search);
  if (!asked.get("after")) return;
  for (const [name, value] of asked) if (form.elements[name]?.tagName === "SELECT") form.elements[name].value = value;
  notice(form, "排查已保存在本机，联网后先发送排查，再发送这一件，并自动关联。", "info");
}

async function begin() {
  document.querySelectorAll("form[data-offline]").forEach((form) => { followOn(form); refill(form); });
  document.querySelector("form[action$='/logout/']")?.addEventListener("submit", () => caches.delete("lawgov-pages"));
  await show();
  const worker = await navigator.serviceWorker.register(HERE_IS.worker);
  await navigator.serviceWorker.ready;
  (worker.active || navigator.serviceWorker.controller)?.postMessage("keep");
  await sendAll();
}

document.addEventListener("DOMContentLoaded", () => {
  if (!("serviceWorker" in navigator) || !document.body.dataset.field) return;
  begin();
  addEventListener("online", sendAll);
  setInterval(sendAll, 30000);
});
