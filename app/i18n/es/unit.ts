import type { Units } from "../unit";

export const units: Units = {
  credits: { one: "crédito", other: "créditos", many: "de créditos", title: "Créditos" },
  minutes: { one: "minuto", other: "minutos", many: "de minutos", title: "Minutos" },
  tokens: { one: "token", other: "tokens", many: "de tokens", title: "Tokens" },
  units: { one: "unidad", other: "unidades", many: "de unidades", title: "Unidades" },
};
