import type { Texts } from "../texts";
import type { Unit } from "../unit";

export const frame = (unit: Unit): Texts["frame"] => ({
  skip: "Ir al contenido",
  navigation: "Portal",
  credits: unit.title,
  billing: "Facturación",
  history: "Historial",
  account: "Cuenta",
  signOut: "Cerrar sesión",
  support: (email) => `Asistencia: ${email}`,
  terms: "Condiciones",
  privacy: "Privacidad",
  newest: "Más recientes",
  older: "Anteriores",
});
