/** What to call somebody of whom only the address is known: "ana.silva+topup@example.com" is "Ana Silva". */
export function nameOfAddress(email: string): string {
  const [local = ""] = email.split("@");
  const words = (local.split("+")[0] || local).split(/[._-]+/).filter(Boolean);
  return words.map((word) => word.charAt(0).toLocaleUpperCase("en") + word.slice(1)).join(" ") || email;
}
