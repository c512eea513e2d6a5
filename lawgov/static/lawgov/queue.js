"use strict";
// What waits on this device to be sent. Forms lie sealed under a key that no script can read out;
// pages and the service worker share this file.

const queue = (() => {
  const STORES = { items: "key", keys: "user", sent: "key" };
  const SENT_KEPT = 72 * 3600 * 1000; // as long as the server knows the key of what it took

  function opened() {
    return new Promise((resolve, reject) => {
      const asked = indexedDB.open("lawgov", 1);
      asked.onupgradeneeded = () => {
        for (const [name, keyPath] of Object.entries(STORES)) asked.result.createObjectStore(name, { keyPath });
      };
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
  }

  async function run(store, mode, act) {
    const db = await opened();
    return new Promise((resolve, reject) => {
      const transaction = db.transaction(store, mode);
      const asked = act(transaction.objectStore(store));
      transaction.oncomplete = () => { db.close(); resolve(asked.result); };
      transaction.onabort = () => { db.close(); reject(transaction.error); };
    });
  }

  const get = (store, key) => run(store, "readonly", (rows) => rows.get(key));
  const all = (store) => run(store, "readonly", (rows) => rows.getAll());
  const put = (store, row) => run(store, "readwrite", (rows) => rows.put(row));
  const drop = (store, key) => run(store, "readwrite", (rows) => rows.delete(key));

  async function keyOf(user) {
    const known = await get("keys", user);
    if (known) return known.key;
    const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
    await put("keys", { user, key });
    return key;
  }

  async function add(form, about) {
    const body = new Response(form);
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const item = {
      key: form.get("_key"), user: form.get("_by"), at: Date.now(), state: "waiting", why: [], tries: 0,
      photos: [...form.values()].filter((value) => value instanceof File && value.size).length,
      type: body.headers.get("Content-Type"), iv, ...about,
    };
    const plain = await body.arrayBuffer();
    item.sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await keyOf(item.user), plain);
    await put("items", item);
    return item;
  }

  async function form(item) {
    const key = await keyOf(item.user);
    const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv: item.iv }, key, item.sealed);
    return new Response(plain, { headers: { "Content-Type": item.type } }).formData();
  }

  async function of(user) {
    const rows = (await all("items")).filter((item) => item.user === user);
    return rows.sort((one, other) => one.at - other.at);
  }

  async function remove(item) {
    await drop("items", item.key);
    if (!(await of(item.user)).length) await drop("keys", item.user);
  }

  async function arrived(item, url) {
    await put("sent", { key: item.key, user: item.user, label: item.label, at: Date.now(), url });
    await remove(item);
  }

  async function sent(user) {
    const rows = await all("sent");
    const old = rows.filter((row) => Date.now() - row.at > SENT_KEPT);
    await Promise.all(old.map((row) => drop("sent", row.key)));
    return rows.filter((row) => row.user === user && !old.includes(row)).sort((one, other) => other.at - one.at);
  }

  return {
    add, form, of, remove, arrived, sent, SENT_KEPT,
    item: (key) => get("items", key), was: (key) => get("sent", key), save: (item) => put("items", item),
  };
})();
