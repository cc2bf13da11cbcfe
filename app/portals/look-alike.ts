/** Signs that pass for another at a glance. */
const TWINS: Record<string, string> = {
  "0": "o",
  "1": "l",
  i: "l",
  "|": "l",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
};

/** What a name looks like to somebody who does not look closely: "T0p-up" is "topup". */
export const glanceOf = (name: string): string =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}|]/gu, "")
    .replace(/./gu, (sign) => TWINS[sign] ?? sign)
    .replaceAll("rn", "m")
    .replaceAll("vv", "w");

/** Whether somebody could take a name for ours. */
export const passesFor = (name: string, ours: string): boolean => glanceOf(name).includes(glanceOf(ours));
