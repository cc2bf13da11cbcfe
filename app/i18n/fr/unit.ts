import type { Units } from "../unit";

export const units: Units = {
  credits: { one: "crédit", other: "crédits", many: "de crédits", title: "Crédits" },
  minutes: { one: "minute", other: "minutes", many: "de minutes", title: "Minutes" },
  tokens: { one: "jeton", other: "jetons", many: "de jetons", title: "Jetons" },
  units: { one: "unité", other: "unités", many: "d’unités", title: "Unités" },
};
