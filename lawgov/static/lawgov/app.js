"use strict";
// What pages do beyond plain HTML: keep an unsent form through a lost network, and send it once.

const PRIVATE_NAME = /password|phone|id_number|identity|card|token/i;
const PRIVATE_VALUE = /(\d[\s-]?){17}[\dXx]|1[3-9](\d[\s-]?){9}/;
const SENT = "lawgov:sent";

function draftKey(form) {
  return `lawgov:draft:${document.body.dataset.user || ""}:${form.dataset.draft}`;
}

// Numbers of people never lie in the browser's storage.
function isKept(field) {
  const odd = ["hidden", "password", "file", "tel", "submit", "button"];
  return field.name && !odd.includes(field.type) && !PRIVATE_NAME.test(field.name) &&
    !("private" in field.dataset) && !PRIVATE_VALUE.test(field.value);
}

function readForm(form) {
  const kept = {};
  for (const field of form.elements) {
    if (!isKept(field)) continue;
    const isTick = field.type === "checkbox" || field.type === "radio";
    if (isTick && !field.checked) continue;
    (kept[field.name] ||= []).push(field.value);
  }
  return kept;
}

function saveDraft(form) {
  localStorage.setItem(draftKey(form), JSON.stringify({ at: Date.now(), values: readForm(form) }));
}

// What is wrong or was restored must be in sight.
function unfold(field) {
  for (let fold = field.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
}

function fill(form, values) {
  for (const [name, list] of Object.entries(values)) {
    const fields = [...form.elements].filter((field) => field.name === name && isKept(field));
    const ticks = fields.filter((field) => field.type === "checkbox" || field.type === "radio");
    ticks.forEach((field) => { field.checked = list.includes(field.value); });
    fields.filter((field) => !ticks.includes(field)).forEach((field, n) => {
      if (list[n] === undefined || list[n] === field.value) return;
      field.value = list[n];
      unfold(field);
    });
  }
}

function notice(before, words, level) {
  const box = document.createElement("div");
  box.className = `alert alert-${level} d-flex flex-wrap align-items-center gap-2`;
  box.setAttribute("role", "status");
  box.append(words);
  before.parentNode.insertBefore(box, before);
  return box;
}

function offerDraft(form) {
  const draft = JSON.parse(localStorage.getItem(draftKey(form)) || "null");
  if (!draft || JSON.stringify(draft.values) === JSON.stringify(readForm(form))) return;
  fill(form, draft.values);
  const when = new Date(draft.at).toLocaleString("zh-CN");
  const words = `已恢复您于 ${when} 未提交的内容；身份证号、电话不保存在本机，请重新填写。`;
  const box = notice(form, words, "info");
  const drop = document.createElement("button");
  drop.type = "button";
  drop.className = "btn btn-sm btn-outline-secondary";
  drop.textContent = "不要，清空";
  drop.addEventListener("click", () => {
    localStorage.removeItem(draftKey(form));
    form.reset();
    box.remove();
  });
  box.append(drop);
}

// The draft goes once the server has taken the form: it says so, or answers with a page without it.
function forgetSent() {
  const sent = JSON.parse(sessionStorage.getItem(SENT) || "null");
  if (!sent) return;
  const cameFromForm = document.referrer && new URL(document.referrer).pathname === sent.path;
  const asksAgain = [...document.querySelectorAll("form[data-draft]")]
    .some((form) => draftKey(form) === sent.key);
  if ((cameFromForm && !asksAgain) || document.querySelector(".alert-success")) localStorage.removeItem(sent.key);
  sessionStorage.removeItem(SENT);
}

function guardDraft(form) {
  if (!document.querySelector(".summary")) offerDraft(form);
  let waiting = 0;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => saveDraft(form), 400);
  });
  form.addEventListener("submit", (event) => {
    saveDraft(form);
    // With a worker the form waits on this device, sealed, see worker.js.
    const waits = "offline" in form.dataset && navigator.serviceWorker?.controller;
    if (navigator.onLine || waits) {
      sessionStorage.setItem(SENT, JSON.stringify({ key: draftKey(form), path: location.pathname }));
      return;
    }
    event.preventDefault();
    notice(form, "网络已断开，内容已保存在本机；恢复网络后请再次提交。", "warning");
  });
}

function sendOnce(event) {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (form.dataset.sending) {
    event.preventDefault();
    return;
  }
  form.dataset.sending = "1";
  // After this turn, so that the pressed button's own value is still sent.
  setTimeout(() => setButtons(form, true), 0);
}

function setButtons(form, disabled) {
  form.querySelectorAll("button:not([type=button])").forEach((b) => { b.disabled = disabled; });
}

document.addEventListener("DOMContentLoaded", () => {
  forgetSent();
  document.querySelectorAll("form[data-draft]").forEach(guardDraft);
  document.querySelectorAll("[data-print]").forEach((b) => {
    b.hidden = false;
    b.addEventListener("click", () => print());
  });
  document.querySelector(".summary")?.focus();
});
document.addEventListener("submit", sendOnce);
// A browser refuses without a word what is wrong in a closed fold.
document.addEventListener("invalid", (event) => unfold(event.target), true);
// A page taken from the back/forward cache still has its buttons switched off.
addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sending]").forEach((form) => {
    delete form.dataset.sending;
    setButtons(form, false);
  });
});
document.addEventListener("htmx:sendError", () => {
  notice(document.querySelector("main").firstElementChild, "网络不通，未能取得数据，请稍后再试。", "warning");
});
document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.target.closest("form[data-sending]");
  if (!form) return;
  delete form.dataset.sending;
  setButtons(form, false);
});
