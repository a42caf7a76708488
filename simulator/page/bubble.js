// One message as a bubble with its buttons.

import { fileAddress } from "./api.js";
import { button, rich, safe } from "./rich.js";
import { clockTime, fileSize, text as word } from "./words.js";

export function make(tag, className, ...content) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...content);
  return node;
}

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}

/** The node of a message; `actions` are say, open, leadsToBot and press(message, row, column, node). */
export function bubble(message, owner, actions) {
  const article = make("article", message.outgoing ? "message bot" : "message own");
  article.dataset.id = message.message_id;
  const time = clockTime(new Date(message.date * 1000));
  article.setAttribute("aria-label", word(message.outgoing ? "botSays" : "you", { name: owner, time }));
  article.append(make("div", "bubble", ...parts(message, actions), stamp(message, time)));
  const rows = message.keyboard?.inline_keyboard;
  if (rows?.length) article.append(inlineKeyboard(message, rows, actions));
  return article;
}

function parts(message, actions) {
  const found = [];
  if (message.forward_origin) found.push(make("p", "forwarded", word("forwarded")));
  if (message.reply_to_message) found.push(make("p", "quoted", firstLine(message.reply_to_message)));
  if (message.photo) found.push(picture(message));
  if (message.document) found.push(file(message.document));
  if (message.contact) found.push(make("p", "", word("contact", { phone: message.contact.phone_number })));
  if (message.location && !message.venue) found.push(make("p", "", word("location", { place: place(message.location) })));
  if (message.venue) found.push(make("p", "venue", make("strong", "", message.venue.title), `\n${message.venue.address}`));
  const content = message.text ?? message.caption;
  if (content) found.push(make("div", "text", rich(content, message.entities ?? message.caption_entities, actions)));
  return found;
}

function place(location) {
  return `${location.latitude}, ${location.longitude}`;
}

function stamp(message, time) {
  const node = make("p", "stamp");
  if (message.edit_date) node.append(make("span", "edited", word("edited")), " ");
  node.append(make("time", "", time));
  return node;
}

function picture(message) {
  const image = make("img", "picture");
  const link = make("a", "picture-link", image);
  link.href = image.src = fileAddress(message.photo.at(-1).file_id);
  link.target = "_blank";
  link.rel = "noopener";
  image.alt = message.caption ?? word("picture");
  return link;
}

function file(document) {
  const names = make("span", "file-names", make("b", "", document.file_name), make("small", "", fileSize(document.file_size)));
  const link = make("a", "file", icon("file"), names);
  link.href = fileAddress(document.file_id);
  link.download = document.file_name;
  link.setAttribute("aria-label", `${word("download")}: ${document.file_name}, ${fileSize(document.file_size)}`);
  return link;
}

function inlineKeyboard(message, rows, actions) {
  const keyboard = make("div", "inline");
  rows.forEach((buttons, row) => {
    const line = make("div", "line");
    buttons.forEach((body, column) => {
      const node = button(() => actions.press(message, row, column, node), `key ${body.style ?? ""}`);
      node.dataset.place = `${row}.${column}`;
      node.append(make("span", "", body.text));
      if (body.url) node.classList.add(safe(body.url) ? "outward" : "dead");
      line.append(node);
    });
    keyboard.append(line);
  });
  return keyboard;
}

/** What a message is about, in one line. */
export function firstLine(message) {
  const content = message.text ?? message.caption ?? "";
  const line = content.split("\n").find((part) => part.trim()) ?? "";
  if (line) return line.length > 140 ? `${line.slice(0, 139)}…` : line;
  if (message.document) return word("log.file", { name: message.document.file_name });
  return message.contact ? word("contact", { phone: message.contact.phone_number }) : word("picture");
}
