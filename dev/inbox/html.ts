/** Text that is HTML already, so it must not be escaped again. */
export class Markup {
  constructor(readonly text: string) {}
}

type Part = Markup | Markup[] | string | null;

/** Escapes everything it is given but other markup: whatever a message says, it is shown and never obeyed. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  return new Markup(String.raw({ raw: strings }, ...parts.map(render)));
}

function render(part: Part): string {
  if (part === null) return "";
  if (part instanceof Markup) return part.text;
  if (Array.isArray(part)) return part.map(render).join("");
  return part.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
