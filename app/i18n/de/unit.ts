import type { Units } from "../unit";

export const units: Units = {
  credits: { one: "Credit", other: "Credits", many: "Credits", title: "Credits" },
  minutes: { one: "Minute", other: "Minuten", many: "Minuten", title: "Minuten" },
  tokens: { one: "Token", other: "Tokens", many: "Tokens", title: "Tokens" },
  units: { one: "Einheit", other: "Einheiten", many: "Einheiten", title: "Einheiten" },
};
