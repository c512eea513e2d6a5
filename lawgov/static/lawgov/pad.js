"use strict";
// A signature written by hand: each stroke is drawn, and the picture goes along as a file.

function place(canvas, event) {
  const box = canvas.getBoundingClientRect();
  return [
    (event.clientX - box.left) * canvas.width / box.width,
    (event.clientY - box.top) * canvas.height / box.height,
  ];
}

function clearPad(canvas, file) {
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  file.value = "";
  delete canvas.dataset.written;
}

function carry(canvas, file) {
  canvas.toBlob((blob) => {
    const sheet = new DataTransfer();
    sheet.items.add(new File([blob], "手写签名.png", { type: "image/png" }));
    file.files = sheet.files;
    canvas.dataset.written = "1";
  }, "image/png");
}

function openPad(pad) {
  const canvas = pad.querySelector("canvas");
  const file = pad.querySelector("input");
  const pen = canvas.getContext("2d");
  pad.hidden = false;
  clearPad(canvas, file);
  Object.assign(pen, { lineWidth: 5, lineCap: "round", lineJoin: "round", strokeStyle: "#111" });
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    pen.beginPath();
    pen.moveTo(...place(canvas, event));
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!canvas.hasPointerCapture(event.pointerId)) return;
    pen.lineTo(...place(canvas, event));
    pen.stroke();
  });
  canvas.addEventListener("pointerup", () => carry(canvas, file));
  pad.querySelector("button").addEventListener("click", () => clearPad(canvas, file));
}

document.querySelectorAll("[data-pad]").forEach(openPad);
