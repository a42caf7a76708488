// The page: three phones, a clock, and a strip of what is happening.

import { act, ask, tell, watch } from "./api.js";
import { make } from "./bubble.js";
import { Clock } from "./clock.js";
import { askName, askWho, showAlert } from "./dialogs.js";
import { Log } from "./log.js";
import { Phone } from "./phone.js";
import { label, speak, text as word } from "./words.js";

const $ = (id) => document.getElementById(id);
const PHONES = 3;
const NEW = "new";

class Desk {
  constructor() {
    this.everybody = new Map();
    this.unread = new Map();
    this.roles = {};
    this.seen = 0;
    this.phones = Array.from({ length: PHONES }, (_, index) => new Phone(this, index));
    this.clock = new Clock((words) => ($("announce").textContent = words));
    this.log = new Log((id) => this.nameOf(id));
    this.current = 0;
  }

  async begin() {
    label();
    const [state, show, past] = await Promise.all([ask("state"), ask("show"), ask("events?after=0")]);
    this.bot = state.bot;
    this.roles = show.roles;
    for (const person of state.people) this.everybody.set(person.id, person);
    this.clock.due = show.next_reminder;
    this.clock.set(state.clock);
    for (const event of past.events) this.log.add(event);
    this.seen = past.last;
    this.layOut(show.phones);
    this.listen();
    await Promise.all(this.phones.map((phone) => phone.person && phone.show(phone.person)));
    watch(this.seen, (event) => this.receive(event), (up) => this.link(up));
    document.body.dataset.ready = "true";
  }

  layOut(chosen) {
    const holders = chosen.map((id) => this.everybody.get(id)).filter(Boolean);
    const others = this.people().filter((person) => !holders.includes(person));
    this.phones.forEach((phone, index) => {
      phone.person = [...holders, ...others][index] ?? null;
      phone.name();
      $("phones").append(phone.root);
      $("tabs").append(this.tab(phone));
    });
    this.turned();
  }

  tab(phone) {
    const node = make("button", "tab", make("span", "tab-role"), make("span", "badge"));
    node.type = "button";
    node.addEventListener("click", () => this.turnTo(phone.index));
    phone.tab = node;
    this.counted(phone);
    return node;
  }

  listen() {
    for (const node of document.querySelectorAll("[data-language]")) {
      node.addEventListener("click", () => this.speak(node.dataset.language));
    }
    $("phones").addEventListener("scroll", () => this.turned());
    addEventListener("resize", () => this.turned());
    if (matchMedia("(max-width: 900px)").matches) $("events").open = false;
    setInterval(() => this.refreshClock(), 4000);
  }

  speak(language) {
    speak(language);
    label();
    this.clock.label();
    this.log.relabel();
    for (const phone of this.phones) phone.relabel();
  }

  // --- events ---------------------------------------------------------------------------------------------------

  receive(event) {
    if (event.number <= this.seen) return;
    this.seen = event.number;
    if (event.kind === "person") this.met(event);
    if (event.kind === "clock") this.clock.set(event.body);
    if (event.kind === "commands") for (const phone of this.held()) phone.fillCommands();
    this.log.add(event);
    const holding = this.held().filter((phone) => phone.person.id === event.chat_id);
    if (event.kind === "bot_status") this.everybody.get(event.chat_id).blocked = event.body.status === "kicked";
    for (const phone of holding) phone.receive(event);
    if (!holding.length && event.kind === "message" && event.body.outgoing) this.missed(event.chat_id);
    if (event.kind === "message" && event.body.outgoing) this.refreshClock();
  }

  met(event) {
    const { id, key, first_name, last_name = "" } = event.body;
    if (!this.everybody.has(id)) this.everybody.set(id, { id, key, first_name, last_name, blocked: false });
    for (const phone of this.phones) phone.fillPeople();
  }

  missed(id) {
    this.unread.set(id, this.unreadOf(id) + 1);
    for (const phone of this.phones) phone.fillPeople();
  }

  refreshClock() {
    clearTimeout(this.refreshing);
    this.refreshing = setTimeout(() => this.clock.refresh().catch(() => {}), 300);
  }

  async link(up) {
    $("lost").hidden = up;
    $("lost").textContent = up ? "" : word("lost");
    // A server that knows fewer events than this page is another rehearsal: begin anew with it.
    const seen = this.seen;
    if (up && (await ask("state")).last < seen) location.reload();
  }

  // --- people ---------------------------------------------------------------------------------------------------

  people() {
    return [...this.everybody.values()];
  }

  person(id) {
    return this.everybody.get(Number(id)) ?? null;
  }

  held() {
    return this.phones.filter((phone) => phone.person);
  }

  nameOf(id) {
    const person = this.everybody.get(id);
    return person ? `${person.first_name} ${person.last_name}`.trim() : String(id);
  }

  roleOf(id) {
    return this.roles[id] ?? "person";
  }

  unreadOf(id) {
    return this.unread.get(id) ?? 0;
  }

  async addPerson() {
    const name = await askName();
    if (!name) return null;
    const person = await tell("people", { name });
    this.everybody.set(person.id, person);
    return person;
  }

  async hand(phone, person) {
    this.unread.delete(person.id);
    await phone.show(person);
    for (const other of this.phones) other.fillPeople();
  }

  // --- links into the bot ---------------------------------------------------------------------------------------

  leadsToBot(address) {
    const [host, name] = address.replace(/^https?:\/\//, "").split(/[/?]/);
    return ["t.me", "telegram.me"].includes(host) && name === this.bot.username;
  }

  async open(link, from) {
    const holders = [from, ...this.held().filter((phone) => phone !== from)].map((phone) => phone.person);
    const asked = [...new Set([...holders, ...this.people()])];
    const choices = asked.map(({ id }) => ({ value: id, label: this.nameOf(id), hint: word(`roles.${this.roleOf(id)}`) }));
    const chosen = await askWho(link, [...choices, { value: NEW, label: word("addPerson"), hint: word("newPersonHint") }]);
    const person = chosen === NEW ? await this.addPerson() : this.person(chosen);
    if (person) await this.openAs(person, link, from);
  }

  async openAs(person, link, from) {
    const holding = this.held().find((phone) => phone.person === person) ?? from;
    if (holding.person !== person) await this.hand(holding, person);
    this.turnTo(holding.index);
    await holding.do("open", { link });
  }

  alert(words) {
    showAlert(words);
  }

  // --- one phone at a time on a narrow screen -------------------------------------------------------------------

  narrow() {
    return $("phones").scrollWidth > $("phones").clientWidth + 1;
  }

  inView(phone) {
    return !document.hidden && (!this.narrow() || phone.index === this.current);
  }

  turnTo(index) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    $("phones").scrollTo({ left: index * $("phones").clientWidth, behavior: calm ? "instant" : "smooth" });
  }

  turned() {
    const width = $("phones").clientWidth || 1;
    this.current = this.narrow() ? Math.round($("phones").scrollLeft / width) : 0;
    for (const phone of this.phones) {
      phone.tab.setAttribute("aria-current", String(phone.index === this.current));
      if (phone.person && phone.atEnd()) phone.read();
    }
  }

  counted(phone) {
    if (!phone.tab) return;
    const badge = phone.tab.querySelector(".badge");
    phone.tab.querySelector(".tab-role").textContent = word(`roles.${phone.role}`);
    badge.textContent = phone.unread || "";
    badge.hidden = !phone.unread;
    badge.setAttribute("aria-label", word("unread", { count: phone.unread }));
  }
}

new Desk().begin();
