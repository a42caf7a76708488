// The control API of the simulator: asking, acting, watching.

export class Refused extends Error {}

async function call(path, options) {
  const response = await fetch(`/control/${path}`, options);
  const value = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(value.error ?? response.statusText);
  return value;
}

export function ask(path) {
  return call(path, { cache: "no-store" });
}

export function tell(path, body = {}) {
  return call(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
}

/** Let a person do something: say, start, press, open… */
export function act(who, verb, body) {
  return tell(`people/${who}/${verb}`, body);
}

export function sendFile(who, file) {
  const form = new FormData();
  form.append("file", file, file.name);
  const verb = /^image\/(jpeg|png|webp)$/.test(file.type) ? "photo" : "file";
  return call(`people/${who}/${verb}`, { method: "POST", body: form });
}

export function fileAddress(fileId) {
  return `/control/files/${encodeURIComponent(fileId)}`;
}

/** Follow all events after a number; `onLink(up)` says whether the server answers. */
export function watch(after, onEvent, onLink) {
  const source = new EventSource(`/control/events/stream?after=${after}`);
  source.onmessage = (message) => onEvent(JSON.parse(message.data));
  source.onopen = () => onLink(true);
  source.onerror = () => onLink(false);
  return source;
}
