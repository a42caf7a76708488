// Telegram's formatted text as nodes. Text enters the document as text nodes only, so nothing in it can be markup.

import { text as word } from "./words.js";

const TAGS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote",
};

const BLOCKS = ["BLOCKQUOTE", "PRE"];

/** A fragment for a text and its entities (offsets in UTF-16 units, as JavaScript counts). */
export function rich(text, entities, actions) {
  const sorted = [...(entities ?? [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  const fragment = document.createDocumentFragment();
  fill(fragment, text, 0, text.length, sorted, actions);
  return fragment;
}

function fill(parent, text, begin, end, entities, actions) {
  let at = begin;
  for (let index = 0; index < entities.length; ) {
    const entity = entities[index];
    const stop = Math.min(entity.offset + entity.length, end);
    index += 1;
    if (entity.offset < at || stop <= entity.offset) continue;
    const inner = [];
    while (index < entities.length && entities[index].offset < stop) inner.push(entities[index++]);
    parent.append(text.slice(at, entity.offset));
    const node = element(entity, text.slice(entity.offset, stop), actions);
    fill(node, text, entity.offset, stop, inner, actions);
    parent.append(node);
    // A block ends its own line: the line break after it would show as an empty line.
    at = BLOCKS.includes(node.tagName) && text[stop] === "\n" ? stop + 1 : stop;
  }
  parent.append(text.slice(at, end));
}

function element(entity, content, actions) {
  switch (entity.type) {
    case "text_link":
      return link(entity.url, actions);
    case "url":
      return link(content, actions);
    case "bot_command":
      return button(() => actions.say(content), "command");
    case "spoiler":
      return spoiler();
    default:
      return document.createElement(TAGS[entity.type] ?? "span");
  }
}

export function button(onPress, kind) {
  const node = document.createElement("button");
  node.type = "button";
  node.className = kind;
  node.addEventListener("click", () => onPress(node));
  return node;
}

function spoiler() {
  const node = button(() => {
    node.classList.add("shown");
    node.removeAttribute("aria-label");
  }, "spoiler");
  node.setAttribute("aria-label", word("spoiler"));
  return node;
}

/** A link: into the bot it is opened by one of the phones, elsewhere in a new window. */
function link(address, actions) {
  if (actions.leadsToBot(address)) return button(() => actions.open(address), "link");
  const node = document.createElement("a");
  const target = safe(address);
  if (target) {
    node.href = target;
    node.target = "_blank";
    node.rel = "noopener noreferrer";
  }
  return node;
}

/** An address that a page may link to, or null: nothing that runs code. */
export function safe(address) {
  for (const candidate of [address, `https://${address}`]) {
    if (URL.canParse(candidate)) {
      const parsed = new URL(candidate);
      return ["http:", "https:", "tg:", "mailto:", "tel:"].includes(parsed.protocol) ? parsed.href : null;
    }
  }
  return null;
}
