export const MAX_NOTE_LENGTH = 500;

// Lines and tabs are welcome in a note; characters that reorder or hide the rest of a page are not.
const CONTROL = /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

// A note that nobody can see says nothing.
const INVISIBLE = /[\p{Cf}\p{Z}\s]/gu;

/** Reads why somebody changes credits, as it was typed: the note, or what is wrong with it. */
export function readNote(text: string): { note: string } | { error: string } {
  const note = text.normalize("NFC").replaceAll("\r\n", "\n").trim();
  if (note.replace(INVISIBLE, "") === "") return { error: "Add a note" };
  if ([...note].length > MAX_NOTE_LENGTH)
    return { error: `Note can have at most ${MAX_NOTE_LENGTH} characters` };
  if (CONTROL.test(note)) return { error: "Note contains characters that cannot be shown" };
  return { note };
}
