import type { Texts } from "../texts";

export const account: Texts["account"] = {
  title: "Cuenta",
  name: "Nombre",
  email: "Correo electrónico",
  places: "Dónde tiene la sesión iniciada",
  placesHint:
    "Cierre la sesión donde no reconozca el dispositivo. Quien la usaba allí tendrá que iniciarla de nuevo.",
  here: "Este dispositivo",
  since: "sesión iniciada",
  seen: "Visto por última vez",
  signOut: "Cerrar sesión",
  signOutEverywhere: "Cerrar todas las sesiones",
  more: "Las sesiones más antiguas no se muestran. «Cerrar todas las sesiones» también las cierra.",
  ended: "Ha cerrado la sesión en ese dispositivo.",
  device: ({ browser, system }) => [browser ?? "Navegador desconocido", system].filter(Boolean).join(" en "),
};
