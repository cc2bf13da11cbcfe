import type { Texts } from "../texts";
import type { Unit } from "../unit";
import { access } from "./access";

export const refusals = (_unit: Unit): Texts["refusals"] => ({
  unauthorized: {
    title: "Inicie sesión",
    message: "Su sesión ha terminado. Inicie sesión para continuar; no se ha cambiado nada.",
    action: "Iniciar sesión",
  },
  notFound: { title: "No encontrado", message: "No hay nada en esta dirección." },
  formUnusable: {
    title: "Este formulario ya no se puede utilizar",
    message: "No se ha cambiado nada. Abra la página de nuevo y vuelva a rellenar el formulario.",
  },
  planUnavailable: {
    title: "Este plan ya no está disponible",
    message: "No se ha cobrado nada. Estos son los planes que puede comprar hoy.",
    action: "Ver los planes",
  },
  ...access,
  purchasesUnavailable: {
    title: "Las compras están en pausa",
    message: "No se ha cobrado nada. Su saldo y su historial están a salvo; inténtelo de nuevo más tarde.",
    action: "Volver al saldo",
  },
  paymentSetupFailed: {
    title: "No se ha podido abrir la página de pago",
    message:
      "No se ha cobrado nada y su saldo no ha cambiado. Su proveedor puede ver el motivo; inténtelo de nuevo más tarde.",
    action: "Volver al saldo",
  },
  rateLimited: {
    title: "Demasiados intentos",
    message: "Espere unos minutos y vuelva a intentarlo.",
  },
  tryAgain: {
    title: "Esto no ha funcionado en este momento",
    message:
      "Un servicio que necesitamos no ha respondido. No se ha movido dinero; inténtelo de nuevo en un momento.",
  },
});
