import type { Texts } from "../texts";

export const history = (): Texts["history"] => ({
  caption: "Cambios de su saldo",
  type: "Tipo",
  amount: "Cantidad",
  balance: "Saldo",
  note: "Nota",
  date: "Fecha",
  entry: "Asiento",
  all: "Todos",
  types: { Added: "Abono", Deducted: "Descuento", Used: "Consumo" },
  nothing: { Added: "No hay abonos", Deducted: "No hay descuentos", Used: "No hay consumos" },
  nothingHere: "No en esta parte de su historial; a continuación vienen los cambios anteriores.",
  seeAll: "Elija «Todos» para ver cada cambio.",
  empty: "Todavía no hay cambios",
  emptyText: "Su primera compra será aquí la primera línea.",
  takenBack: { refund_clawback: "Tras un reembolso", dispute_clawback: "Tras un pago disputado" },
  givenAgain: "Devuelto al terminar un reembolso o una disputa",
  pages: "Páginas del historial",
  download: "Descargar CSV",
  fileName: (portal) => `${portal} historial del saldo.csv`,
});
