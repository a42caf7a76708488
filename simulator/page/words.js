// The page's language: looking words up, writing times, and putting both into the document.

import { TEXTS } from "./texts.js";

const ZONE = "Asia/Ho_Chi_Minh";
const KEY = "hoi-nghi-language";
let language = remembered();

function remembered() {
  try {
    return localStorage.getItem(KEY) === "en" ? "en" : "vi";
  } catch {
    return "vi"; // storage may be forbidden; Vietnamese comes first
  }
}

export function spoken() {
  return language;
}

export function speak(chosen) {
  language = chosen in TEXTS ? chosen : "vi";
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // The choice then lasts as long as the page.
  }
}

/** The words under a key ("log.pressed"), with its {places} filled. */
export function text(key, values = {}) {
  const found = key.split(".").reduce((branch, part) => branch?.[part], TEXTS[language]);
  return String(found ?? key).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

/** Write the words into everything marked with data-text or data-label below a root. */
export function label(root = document) {
  document.documentElement.lang = language;
  for (const node of root.querySelectorAll("[data-text]")) node.textContent = text(node.dataset.text);
  for (const node of root.querySelectorAll("[data-label]")) node.setAttribute("aria-label", text(node.dataset.label));
  for (const node of root.querySelectorAll("[data-language]")) {
    node.setAttribute("aria-pressed", String(node.dataset.language === language));
  }
}

function written(moment, options) {
  const locale = language === "vi" ? "vi-VN" : "en-GB";
  return new Intl.DateTimeFormat(locale, { timeZone: ZONE, ...options }).format(moment);
}

export function clockTime(moment, seconds = false) {
  return written(moment, { hour: "2-digit", minute: "2-digit", ...(seconds && { second: "2-digit" }), hourCycle: "h23" });
}

export function longDay(moment) {
  return written(moment, { weekday: "long", day: "2-digit", month: "2-digit", year: "numeric" });
}

export function dayKey(moment) {
  return written(moment, { year: "numeric", month: "2-digit", day: "2-digit" });
}

/** "07:15" today, "07:15 11/12" on another day. */
export function shortMoment(moment, today) {
  const time = clockTime(moment);
  return dayKey(moment) === dayKey(today) ? time : `${time} ${written(moment, { day: "2-digit", month: "2-digit" })}`;
}

export function fileSize(bytes) {
  const number = (value) => new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 * 1024 ? `${number(bytes / 1024)} KB` : `${number(bytes / 1024 / 1024)} MB`;
}
