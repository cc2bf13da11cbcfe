import type { Texts } from "../texts";

export const door: Texts["door"] = {
  unusedAddress: "Diese Adresse wird nicht verwendet.",
  unusedMethod: "Diese Methode wird hier nicht verwendet.",
  foreignForm:
    "Dieses Formular wurde von einer anderen Website gesendet, deshalb wurde nichts geändert. Öffnen Sie die Seite hier und senden Sie es noch einmal.",
  noForm: "Hier können nur Formulare gesendet werden.",
  tooLarge: "Dieses Formular ist zu groß, deshalb wurde nichts geändert.",
  notNow:
    "Das hat gerade nicht funktioniert. Es ist kein Geld geflossen. Bitte versuchen Sie es gleich noch einmal.",
};
