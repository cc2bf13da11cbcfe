import type { Texts } from "../texts";
import type { Unit } from "../unit";

export const credits = (unit: Unit): Texts["credits"] => ({
  balance: "Saldo actual",
  used: "Total consumido",
  usedHint: "por uso; los descuentos no cuentan",
  lastChange: "Último cambio",
  enough: "Alcanza para",
  minutes: { one: "minuto", other: "minutos", many: "de minutos" },
  about: (minutes) => `unos ${minutes}`,
  underAMinute: "menos de un minuto",
  rate: (count) => `a ${count} por minuto`,
  owed: (count) => `Pendiente: ${count}`,
  owedText: "Se devolvió un pago cuyo saldo ya se había consumido. Su próxima compra lo compensará primero.",
  low: {
    title: "Su saldo se está agotando",
    text: (count) => `Le quedan ${count}. Compre más a tiempo para que nada se detenga.`,
  },
  usedUp: {
    title: "Su saldo se ha agotado",
    text: "Lo que lo consume permanece detenido hasta que compre más.",
  },
  buy: `Comprar ${unit.other}`,
  paused: {
    title: "Las compras están en pausa",
    text: "Su saldo está a salvo. Inténtelo de nuevo más tarde.",
  },
  popular: "El más elegido",
  purchase: "Comprar",
  purchaseOf: (plan) => `Comprar ${plan}`,
  perCredit: (price) => `${price} por ${unit.one}`,
  saving: (percent) => `${percent} menos`,
  noPlans: "Ahora mismo no hay planes disponibles",
  noPlansHelp: (email) => `¿Preguntas? Escriba a ${email}`,
  latest: "Últimos cambios",
  allHistory: "Todo el historial",
});
