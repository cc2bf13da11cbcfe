import type Stripe from "stripe";
import { parameterInvalid, parameterMissing } from "../http/api-error";
import { fields, oneOf, type Reader, text, url } from "../http/parameters";

type BrandingSettings = Stripe.Checkout.Session.BrandingSettings;
type Image = Stripe.Checkout.Session.BrandingSettings.Logo;

/** Empty takes the session's own away again: the account's branding is shown then. */
const orEmpty =
  <T>(read: Reader<T>): Reader<T | ""> =>
  (value, name) =>
    value === "" ? "" : read(value, name);

const hexColor: Reader<string> = (value, name) => {
  const color = text(value, name);
  if (/^#([0-9a-f]{3}|[0-9a-f]{6})$/i.test(color)) return color;
  throw parameterInvalid(name, `Invalid color: ${color}. Must be a hex color value starting with #.`);
};

const publicUrl: Reader<string> = (value, name) => {
  const address = url(value, name);
  if (/^https:\/\/[^/]*\.[a-z][a-z0-9-]*(\/|$)/i.test(address)) return address;
  throw parameterInvalid(name, "The image must be at a public https URL.", "url_invalid");
};

const imageFields = fields({ type: oneOf("file", "url"), file: text, url: publicUrl });

const image: Reader<Image> = (value, name) => {
  const read = imageFields(value, name);
  if (read.type === undefined) throw parameterMissing(`${name}[type]`);
  const other = read.type === "url" ? "file" : "url";
  if (read[read.type] === undefined) throw parameterMissing(`${name}[${read.type}]`);
  if (read[other] !== undefined) {
    throw parameterInvalid(`${name}[${other}]`, `You cannot set ${other} when type is ${read.type}.`);
  }
  return read as Image;
};

const known = fields({
  background_color: orEmpty(hexColor),
  border_style: orEmpty(oneOf("pill", "rectangular", "rounded")),
  button_color: orEmpty(hexColor),
  display_name: text,
  font_family: orEmpty(text),
  icon: image,
  logo: image,
});

export const brandingSettings: Reader<ReturnType<typeof known>> = (value, name) => {
  const read = known(value, name);
  if (read.icon && read.logo) throw parameterInvalid(name, "You cannot set both `logo` and `icon`.");
  return read;
};

/** As a session shows them: what was not set is the account's, or Stripe's own. */
export const shownBranding = (
  set: ReturnType<typeof brandingSettings> | undefined,
  seller: string,
): BrandingSettings => ({
  background_color: set?.background_color || "#ffffff",
  border_style: set?.border_style || "rounded",
  button_color: set?.button_color || "#0074d4",
  display_name: set?.display_name || seller,
  font_family: set?.font_family || "default",
  icon: set?.icon ?? null,
  logo: set?.logo ?? null,
});
