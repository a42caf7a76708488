// The foot of a phone: the input line, files, the menu of commands, the keyboard that a message brings.

import { make } from "./bubble.js";
import { button } from "./rich.js";
import { text as word } from "./words.js";

const LABELS = { textarea: "say", ".send": "send", ".clip": "attach", ".menu": "menu", ".keys": "keys" };

export class Composer {
  /** `deeds.tell(verb, body)` and `deeds.attach(file)` do what the person does; null comes of what was refused. */
  constructor(root, deeds) {
    this.find = (selector) => root.querySelector(selector);
    this.deeds = deeds;
    this.box = this.find("textarea");
    this.find("form").addEventListener("submit", (event) => this.submitted(event));
    this.box.addEventListener("keydown", (event) => this.typed(event));
    this.box.addEventListener("input", () => this.fit());
    this.find(".clip").addEventListener("click", () => this.find("input[type=file]").click());
    this.find("input[type=file]").addEventListener("change", (event) => this.chosen(event.target));
    this.find(".menu").addEventListener("click", () => this.toggleCommands());
    this.find(".commands").addEventListener("keydown", (event) => this.moveInCommands(event));
    this.find(".keys").addEventListener("click", () => this.toggleKeyboard());
  }

  label(hint) {
    this.box.placeholder = hint;
    for (const [selector, key] of Object.entries(LABELS)) {
      this.find(selector).setAttribute("aria-label", word(key));
      if (selector !== "textarea") this.find(selector).title = word(key);
    }
  }

  // --- words and files ------------------------------------------------------------------------------------------

  async submitted(event) {
    event.preventDefault();
    const words = this.box.value.trim();
    if (words && (await this.deeds.tell("say", { text: words }))) {
      this.box.value = "";
      this.fit();
    }
  }

  typed(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) this.submitted(event);
  }

  fit() {
    this.box.style.height = "auto";
    this.box.style.height = `${Math.min(this.box.scrollHeight, 120)}px`;
  }

  async chosen(input) {
    for (const file of input.files) await this.deeds.attach(file);
    input.value = "";
  }

  // --- commands -------------------------------------------------------------------------------------------------

  setCommands(commands) {
    const box = this.find(".commands");
    box.replaceChildren(...commands.map(({ command, description }) => this.command(command, description)));
    if (!commands.length) box.append(make("p", "none", word("noCommands")));
  }

  command(name, description) {
    const node = button(() => {
      this.toggleCommands(false);
      this.deeds.tell("say", { text: `/${name}` });
    }, "command-choice");
    node.append(make("b", "", `/${name}`), make("span", "", description));
    return node;
  }

  toggleCommands(open = this.find(".commands").hidden) {
    this.find(".commands").hidden = !open;
    this.find(".menu").setAttribute("aria-expanded", String(open));
    (open ? this.find(".commands button") ?? this.box : this.box).focus({ preventScroll: true });
  }

  moveInCommands(event) {
    const choices = [...this.find(".commands").querySelectorAll("button")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") this.toggleCommands(false);
    if (!step) return;
    event.preventDefault();
    choices.at((choices.indexOf(document.activeElement) + step) % choices.length)?.focus();
  }

  // --- the keyboard under the input line ------------------------------------------------------------------------

  setKeyboard(message) {
    const rows = message?.keyboard?.keyboard ?? [];
    const box = this.find(".keyboard");
    box.replaceChildren(...rows.map((buttons, row) => this.keyboardRow(message, buttons, row)));
    box.hidden = rows.length === 0;
    this.find(".keys").hidden = rows.length === 0;
    this.find(".keys").setAttribute("aria-expanded", "true");
  }

  keyboardRow(message, buttons, row) {
    const keys = buttons.map((body, column) => {
      const node = button(() => this.deeds.tell("press", { message_id: message.message_id, row, column }), "key");
      node.append(typeof body === "string" ? body : body.text);
      return node;
    });
    return make("div", "line", ...keys);
  }

  toggleKeyboard() {
    const box = this.find(".keyboard");
    box.hidden = !box.hidden;
    this.find(".keys").setAttribute("aria-expanded", String(!box.hidden));
  }
}
