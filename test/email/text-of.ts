const ENTITIES: Record<string, string> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#x27;": "'",
  "&amp;": "&",
};

/** What a person reads of a message in HTML: its texts, a line each. */
export const textOf = (html: string): string =>
  html
    .split(/<[^>]*>/)
    .filter((text) => text !== "")
    .map((text) => text.replace(/&(?:lt|gt|quot|#x27|amp);/g, (entity) => ENTITIES[entity] ?? entity))
    .join("\n");
