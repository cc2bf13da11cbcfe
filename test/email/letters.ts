import { customerLetter, type Letter, platformLetter } from "../../app/email/letter";
import { samplePartner } from "../partners/sample-partner";
import { sampleCustomer, samplePortal } from "../portals/sample-portal";
import { sampleSettings } from "../sample-settings";

/** A letter of the sample partner to its sample customer. */
export const sampleLetter = (portal: Parameters<typeof samplePortal>[0] = {}): Letter =>
  customerLetter(sampleSettings(), {
    portal: samplePortal(portal),
    partner: samplePartner(),
    customer: sampleCustomer(),
    domain: null,
  });

export const samplePlatformLetter = (to = "nora@acme.test"): Letter => platformLetter(sampleSettings(), to);
