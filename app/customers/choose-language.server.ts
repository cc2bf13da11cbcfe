import { writeCustomerLanguage } from "../../db/customers.server";
import type { Customer } from "../../db/portals.server";
import type { Context } from "../context.server";
import type { Language } from "../i18n/language";
import { newId } from "../ids";

/** From now on the portal speaks this language to the customer, on any device, and so do its e-mails. */
export async function chooseLanguage(
  { db, now }: Context,
  { partnerId, id, locale }: Customer,
  language: Language,
): Promise<void> {
  if (locale === language) return;
  await writeCustomerLanguage(db, partnerId, id, language, {
    id: newId("audit"),
    actorType: "customer",
    actorId: id,
    action: "customer.language_chosen",
    objectId: id,
    before: { locale },
    after: { locale: language },
    at: now(),
  });
}
