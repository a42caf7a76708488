// Questions that stand above the page.

import { make } from "./bubble.js";
import { button } from "./rich.js";

const $ = (id) => document.getElementById(id);

function answer(dialog) {
  return new Promise((resolve) => dialog.addEventListener("close", () => resolve(dialog.returnValue), { once: true }));
}

function open(dialog) {
  dialog.returnValue = "";
  dialog.showModal();
  return answer(dialog);
}

/** The name of somebody new, or null. */
export async function askName() {
  const dialog = $("newcomer");
  const field = dialog.querySelector("input");
  field.value = "";
  dialog.querySelector("[value=cancel]").onclick = () => dialog.close();
  return (await open(dialog)) === "ok" && field.value.trim() ? field.value.trim() : null;
}

/** Which of the choices ({value, label, hint}) opens a link, or null. */
export async function askWho(link, choices) {
  const dialog = $("opener");
  dialog.querySelector(".link").textContent = link;
  const nodes = choices.map(({ value, label, hint }) => {
    const node = button(() => dialog.close(String(value)), "choice");
    node.append(make("b", "", label), make("small", "", hint));
    return node;
  });
  dialog.querySelector(".choices").replaceChildren(...nodes);
  return (await open(dialog)) || null;
}

export function showAlert(words) {
  $("alert-text").textContent = words;
  return open($("alert"));
}
