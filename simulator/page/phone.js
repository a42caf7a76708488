// One phone: a person's chat with the bot.

import { act, ask, sendFile } from "./api.js";
import { bubble, make } from "./bubble.js";
import { Composer } from "./composer.js";
import { safe } from "./rich.js";
import { dayKey, longDay, text as word } from "./words.js";

const NEW = "new";
const PATIENCE = 12000; // milliseconds after which a pressed button stops turning

export class Phone {
  /** `desk` knows everybody: people, roleOf, nameOf, unreadOf, open, addPerson, alert, leadsToBot. */
  constructor(desk, index) {
    this.desk = desk;
    this.index = index;
    this.root = document.getElementById("phone").content.firstElementChild.cloneNode(true);
    this.find = (selector) => this.root.querySelector(selector);
    this.list = this.find(".messages");
    this.composer = new Composer(this.root, {
      tell: (verb, body) => this.do(verb, body),
      attach: (file) => this.trying(() => sendFile(this.person.id, file)),
    });
    this.person = null;
    this.unread = 0;
    this.following = true;
    this.top = 0;
    this.loading = null;
    this.waiting = new Map();
    this.listen();
  }

  listen() {
    const pick = this.find("select");
    pick.addEventListener("change", () => this.picked(pick.value));
    this.list.addEventListener("scroll", () => this.scrolled());
    // A picture that arrives or a keyboard that opens must not push the newest message out of sight.
    this.list.addEventListener("load", () => this.following && this.toEnd(), true);
    new ResizeObserver(() => this.following && this.toEnd()).observe(this.list);
    this.find(".newest").addEventListener("click", () => this.toEnd());
    this.find(".begin button").addEventListener("click", () => this.do("start"));
  }

  // --- whose phone ----------------------------------------------------------------------------------------------

  async show(person) {
    this.person = person;
    this.loading = [];
    this.list.setAttribute("aria-busy", "true"); // a whole history is not news to be read aloud
    this.name();
    this.fillCommands();
    const chat = await ask(`chats/${person.id}/messages`);
    if (this.person !== person) return;
    this.list.replaceChildren();
    this.day = null;
    this.unread = 0;
    for (const message of chat.messages) this.put(message);
    this.setBegin();
    this.composer.setKeyboard(chat.keyboard);
    const missed = this.loading.filter((event) => event.number > chat.last);
    this.loading = null;
    for (const event of missed) this.receive(event);
    this.toEnd();
    this.list.removeAttribute("aria-busy");
  }

  /** Write everything again in the language of the page. */
  relabel() {
    this.name();
    if (this.person) this.show(this.person);
  }

  name() {
    const name = this.person ? this.desk.nameOf(this.person.id) : "";
    const role = word(`roles.${this.role}`);
    this.root.dataset.role = this.role;
    this.root.setAttribute("aria-label", word("phoneOf", { name, role }));
    this.find(".avatar").textContent = initials(name);
    this.subtitle(role);
    this.list.setAttribute("aria-label", word("chatWith", { name }));
    this.list.dataset.quiet = word("quiet");
    this.find("select").setAttribute("aria-label", word("choosePerson"));
    this.composer.label(word(`hints.${this.role}`));
    this.find(".begin button").textContent = word("begin");
    this.fillPeople();
    this.count();
  }

  get role() {
    return this.person ? this.desk.roleOf(this.person.id) : "person";
  }

  subtitle(words) {
    this.find(".role").textContent = words;
  }

  fillPeople() {
    const pick = this.find("select");
    const options = this.desk.people().map((person) => {
      const unread = person.id === this.person?.id ? 0 : this.desk.unreadOf(person.id);
      const name = this.desk.nameOf(person.id) + (unread ? ` (${word("unread", { count: unread })})` : "");
      return new Option(name, person.id);
    });
    pick.replaceChildren(...options, new Option(word("addPerson"), NEW));
    pick.value = this.person?.id ?? "";
  }

  async picked(value) {
    const person = value === NEW ? await this.desk.addPerson() : this.desk.person(value);
    if (person) await this.desk.hand(this, person);
    else this.fillPeople();
  }

  // --- what comes in --------------------------------------------------------------------------------------------

  receive(event) {
    if (this.loading) {
      this.loading.push(event);
      return;
    }
    const { kind, body } = event;
    if (kind === "message") this.arrived(body);
    else if (kind === "edit") this.replace(body);
    else if (kind === "delete") this.list.querySelector(`[data-id="${body.message_id}"]`)?.remove();
    else if (kind === "answer") this.answered(body);
    else if (kind === "action") this.isTyping();
    else if (kind === "bot_status") this.setBegin();
  }

  arrived(message) {
    const follow = this.following || !message.outgoing;
    this.put(message);
    if (message.keyboard?.keyboard || message.keyboard?.remove_keyboard) this.composer.setKeyboard(message);
    if (follow) this.toEnd(true);
    if (message.outgoing && (!follow || !this.desk.inView(this))) this.unread += 1;
    if (message.outgoing) this.stopTyping();
    this.count();
  }

  put(message) {
    const day = dayKey(new Date(message.date * 1000));
    if (day !== this.day) this.list.append(make("p", "day", longDay(new Date(message.date * 1000))));
    this.day = day;
    this.list.append(this.bubble(message));
    this.setBegin();
  }

  bubble(message) {
    return bubble(message, this.desk.nameOf(this.person.id), {
      say: (words) => this.do("say", { text: words }),
      open: (link) => this.desk.open(link, this),
      leadsToBot: (link) => this.desk.leadsToBot(link),
      press: (...place) => this.press(...place),
    });
  }

  replace(message) {
    const old = this.list.querySelector(`[data-id="${message.message_id}"]`);
    if (!old) return;
    const follow = this.following;
    const focused = old.contains(document.activeElement) ? document.activeElement.dataset.place ?? "" : null;
    const fresh = this.bubble(message);
    old.replaceWith(fresh);
    // A button that has been pressed by keyboard may be gone: the focus stays near, not at the top of the page.
    if (focused !== null) (fresh.querySelector(`[data-place="${focused}"]`) ?? fresh.querySelector(".key") ?? this.list).focus();
    if (follow) this.toEnd();
  }

  answered(body) {
    this.settle(body.message_id);
    if (body.url) this.follow(body.url);
    if (body.text) body.alert ? this.desk.alert(body.text) : this.toast(body.text);
  }

  isTyping() {
    this.subtitle(word("typing"));
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.stopTyping(), 5000);
  }

  stopTyping() {
    clearTimeout(this.typing);
    this.subtitle(word(`roles.${this.role}`));
  }

  toast(words) {
    const node = this.find(".toast");
    node.textContent = words;
    node.classList.add("shown");
    clearTimeout(this.toasting);
    this.toasting = setTimeout(() => {
      node.classList.remove("shown");
      node.textContent = "";
    }, 4500);
  }

  // --- reading --------------------------------------------------------------------------------------------------

  atEnd() {
    return this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < 60;
  }

  scrolled() {
    // Only a scroll upwards is the reader's will; downwards the browser moves by itself when a picture grows.
    const upwards = this.list.scrollTop < this.top;
    this.top = this.list.scrollTop;
    this.following = this.atEnd() || (this.following && !upwards);
    if (this.following) this.read();
  }

  toEnd(smoothly = false) {
    this.following = true;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.list.scrollTo({ top: this.list.scrollHeight, behavior: smoothly && !calm ? "smooth" : "instant" });
    this.read();
  }

  read() {
    if (!this.desk.inView(this)) return;
    this.unread = 0;
    this.count();
  }

  count() {
    const newest = this.find(".newest");
    newest.hidden = this.unread === 0 || this.atEnd();
    this.find(".count").textContent = this.unread;
    newest.setAttribute("aria-label", word("newestCount", { count: this.unread }));
    this.desk.counted(this);
  }

  // --- what the person does -------------------------------------------------------------------------------------

  do(verb, body) {
    return this.trying(() => act(this.person.id, verb, body));
  }

  /** What came of an act, or null and a word about why not. */
  async trying(deed) {
    try {
      return await deed();
    } catch (refusal) {
      this.toast(word("refused", { why: refusal.message }));
      return null;
    }
  }

  async press(message, row, column, node) {
    if (node.getAttribute("aria-busy") === "true") return;
    this.turn(message.message_id, node);
    const done = await this.do("press", { message_id: message.message_id, row, column });
    if (done?.kind !== "callback") this.settle(message.message_id);
    if (done?.kind === "link") this.follow(done.url);
    if (done?.kind === "copy") this.copy(done.text);
  }

  turn(id, node) {
    this.settle(id);
    node.setAttribute("aria-busy", "true");
    this.waiting.set(id, { node, timer: setTimeout(() => this.settle(id), PATIENCE) });
  }

  settle(id) {
    const waiting = this.waiting.get(id);
    if (!waiting) return;
    clearTimeout(waiting.timer);
    waiting.node.removeAttribute("aria-busy");
    this.waiting.delete(id);
  }

  follow(address) {
    if (this.desk.leadsToBot(address)) this.desk.open(address, this);
    else if (safe(address)) window.open(safe(address), "_blank", "noopener");
  }

  async copy(words) {
    await navigator.clipboard?.writeText(words).catch(() => {});
    this.toast(word("copied"));
  }

  async fillCommands() {
    const person = this.person;
    const commands = await ask(`people/${person.id}/commands`);
    if (this.person === person) this.composer.setCommands(commands);
  }

  setBegin() {
    const started = this.list.querySelector(".message") !== null;
    this.find(".begin").hidden = started && !this.person.blocked;
    this.list.classList.toggle("empty", !started);
  }

}

/** Vietnamese given names come last: "Nguyễn Văn An" is "NA". */
function initials(name) {
  const words = name.split(/\s+/).filter((part) => /^\p{L}/u.test(part));
  return [words[0], words.length > 1 ? words.at(-1) : ""].map((part) => [...(part ?? "")][0] ?? "").join("").toUpperCase();
}
