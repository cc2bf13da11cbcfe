/** What a key does is said where it does it: the element that has it in `aria-keyshortcuts` is pressed or focused. */
export const SHORTCUTS = [
  { key: "c", does: "Create a credit plan" },
  { key: "/", does: "Go to the search of the page" },
  { key: "?", does: "Show these shortcuts" },
] as const;

interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** Which shortcut a key press is, or null: somebody who is typing, or holds another key, means something else. */
export function shortcutOf(press: Press, isTyping: boolean): (typeof SHORTCUTS)[number]["key"] | null {
  if (isTyping || press.ctrlKey || press.metaKey || press.altKey) return null;
  return SHORTCUTS.find(({ key }) => key === press.key)?.key ?? null;
}

/** Whether a press takes back what was just done, as ⌘Z and Ctrl+Z do in text, where they are left to the field. */
export const isUndo = ({ key, ctrlKey, metaKey, altKey, shiftKey }: Press, isTyping: boolean): boolean =>
  !isTyping && key.toLowerCase() === "z" && ctrlKey !== metaKey && !altKey && !shiftKey;

const TYPED_INTO =
  "input:not([type=checkbox], [type=radio], [type=submit]), textarea, select, [contenteditable]";

/** Whether what has the focus takes letters. */
export const isTypedInto = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(TYPED_INTO) !== null;
