// The strip under the phones: one line a step.

import { firstLine, make } from "./bubble.js";
import { clockTime, text as word } from "./words.js";

const KEPT = 300;
const REPLY = 10000; // milliseconds, at ×1, after a person's act in which the bot's message is its answer

export class Log {
  constructor(nameOf) {
    this.nameOf = nameOf;
    this.acted = new Map();
    this.speed = 1;
    this.events = [];
    this.list = document.getElementById("log");
    this.latest = document.getElementById("latest");
  }

  add(event) {
    this.events.push(event);
    if (this.events.length > KEPT) this.events.shift();
    this.write(event);
  }

  relabel() {
    this.list.replaceChildren();
    this.acted.clear();
    for (const event of this.events) this.write(event);
  }

  write(event) {
    const line = this.line(event);
    if (!line) return;
    const follow = this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < 40;
    const [kind, words] = line;
    const time = make("time", "", clockTime(new Date(event.at), true));
    this.list.append(make("li", kind, time, make("b", "", word(`kinds.${kind}`)), make("span", "", words)));
    this.latest.textContent = words;
    while (this.list.children.length > KEPT) this.list.firstElementChild.remove();
    if (follow) this.list.scrollTop = this.list.scrollHeight;
  }

  line({ at, kind, chat_id: chat, body }) {
    const name = this.nameOf(chat);
    switch (kind) {
      case "message":
        return this.message(at, chat, name, body);
      case "edit":
        return ["edit", `${body.outgoing ? "→ " : ""}${name}: ${firstLine(body)}`];
      case "press":
        this.acted.set(chat, Date.parse(at));
        return ["press", word("log.pressed", { name, label: body.label || "?" })];
      case "answer":
        return body.text ? ["toast", `→ ${name}: ${body.text}`] : null;
      case "clock":
        return ["clock", this.clock(body)];
      case "time":
        return ["clock", body.text];
      case "person":
        return ["person", word("log.person", { name })];
      case "bot_status":
        return ["status", word(body.status === "kicked" ? "log.blocked" : "log.unblocked", { name })];
      case "delete":
        return ["gone", word("log.gone", { name })];
      case "refused":
        return ["refused", word("log.refused", { status: body.status, method: body.method, why: body.description })];
      case "broken":
        return ["fault", word("log.broken", { method: body.method })];
      default:
        return null;
    }
  }

  message(at, chat, name, body) {
    if (!body.outgoing) {
      this.acted.set(chat, Date.parse(at));
      return ["said", `${name}: ${firstLine(body)}`];
    }
    const asked = Date.parse(at) - (this.acted.get(chat) ?? -Infinity) <= REPLY * this.speed;
    return [asked ? "reply" : "notice", `→ ${name}: ${firstLine(body)}`];
  }

  clock(body) {
    this.speed = Math.max(1, body.speed);
    const when = clockTime(new Date(body.now));
    return body.paused ? word("log.paused", { when }) : word("log.running", { when, speed: body.speed });
  }
}
