import type { Texts } from "../texts";
import type { Unit } from "../unit";

export const receipt = (unit: Unit): Texts["receipt"] => ({
  title: "Recibo",
  soldBy: "Vendido por",
  soldTo: "Vendido a",
  number: "Número de recibo",
  plan: "Plan",
  credits: unit.title,
  status: "Estado",
  paid: "Importe pagado",
  wentBack: "Devuelto",
  isTest: "Pagado en el modo de prueba de Stripe: no se ha movido dinero real.",
  print: "Para conservar una copia, imprima esta página o guárdela como PDF.",
  stripeReceipt: "Recibo de Stripe",
  purchase: "Ver su compra",
  allPurchases: "Todas las compras",
  none: {
    title: "No hay recibo de esta compra",
    text: (plan) => `Un recibo indica lo que se ha abonado, y por ${plan} no se ha abonado nada.`,
  },
});
