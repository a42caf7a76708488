// The clock of the rehearsal: shown, paused, hurried, sent to the next reminder.

import { ask, tell } from "./api.js";
import { clockTime, longDay, shortMoment, text as word } from "./words.js";

const $ = (id) => document.getElementById(id);

export class Clock {
  constructor(announce) {
    this.announce = announce;
    this.moment = Date.now();
    this.anchor = performance.now();
    this.speed = 0;
    this.due = null;
    $("pause").addEventListener("click", () => this.move({ paused: this.speed > 0 }));
    for (const node of document.querySelectorAll("[data-speed]")) {
      node.addEventListener("click", () => this.move({ speed: Number(node.dataset.speed) }));
    }
    $("jump").addEventListener("click", () => this.jump());
    setInterval(() => this.tick(), 250);
  }

  now() {
    return new Date(this.moment + (performance.now() - this.anchor) * this.speed);
  }

  async move(change) {
    this.set(await tell("clock", change));
  }

  set(told) {
    this.moment = Date.parse(told.now);
    this.anchor = performance.now();
    this.speed = told.speed;
    this.label();
  }

  label() {
    const paused = this.speed === 0;
    $("pause").setAttribute("aria-pressed", String(paused));
    $("pause").querySelector("span").textContent = word(paused ? "resume" : "pause");
    $("pause").querySelector("use").setAttribute("href", paused ? "#i-play" : "#i-pause");
    for (const node of document.querySelectorAll("[data-speed]")) {
      node.setAttribute("aria-pressed", String(Number(node.dataset.speed) === this.speed));
    }
    this.tick();
    this.setDue(this.due);
  }

  tick() {
    const now = this.now();
    $("time").textContent = clockTime(now, true);
    $("time").dateTime = now.toISOString();
    $("day").textContent = longDay(now);
  }

  setDue(due) {
    this.due = due;
    $("jump").setAttribute("aria-disabled", String(!due));
    $("due").textContent = due ? word("due", { when: shortMoment(new Date(due), this.now()) }) : word("noDue");
  }

  async refresh() {
    this.setDue((await ask("show")).next_reminder);
  }

  async jump() {
    await this.refresh();
    if (!this.due) {
      this.announce(word("noDue"));
      return;
    }
    const when = shortMoment(new Date(this.due), this.now());
    this.set(await tell("show/jump"));
    this.announce(word("jumped", { when }));
  }
}
