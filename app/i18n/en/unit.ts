import type { Units } from "../unit";

export const units: Units = {
  credits: { one: "credit", other: "credits", many: "credits", title: "Credits" },
  minutes: { one: "minute", other: "minutes", many: "minutes", title: "Minutes" },
  tokens: { one: "token", other: "tokens", many: "tokens", title: "Tokens" },
  units: { one: "unit", other: "units", many: "units", title: "Units" },
};
