import { CUSTOMERS_PATH, type CustomerListing, isNarrowed } from "../../../customers/customer-listing";
import { NarrowButtons } from "../../../ui/NarrowButtons";
import { SelectField } from "../../../ui/SelectField";
import { TextField } from "../../../ui/TextField";

const ACCESS = [
  { value: "", label: "Any" },
  { value: "none", label: "None" },
  { value: "invited", label: "Invited" },
  { value: "active", label: "Active" },
  { value: "blocked", label: "Blocked" },
];
const AI_CREDITS = [
  { value: "", label: "Any" },
  { value: "on", label: "On" },
  { value: "off", label: "Off" },
];
const BALANCE = [
  { value: "", label: "Any" },
  { value: "low", label: "Low" },
];

/** Finds customers. The address is what was asked, so it can be kept and sent to others. */
export function CustomerSearch({ listing }: { listing: CustomerListing }) {
  const { search, access, aiCredits, lowOnly } = listing;
  return (
    <search>
      {/* A new key where something else was asked, so that the fields say what the list shows. */}
      <form
        key={JSON.stringify(listing)}
        action={CUSTOMERS_PATH}
        className="grid grid-cols-2 items-end gap-3 sm:grid-cols-[minmax(12rem,1fr)_auto_auto_auto_auto]"
      >
        <div className="col-span-2 sm:col-span-1">
          <TextField
            type="search"
            label="Name, e-mail or company"
            name="q"
            defaultValue={search}
            maxLength={100}
            placeholder="Three letters of it, or how it begins"
          />
        </div>
        <SelectField label="Portal access" name="access" options={ACCESS} defaultValue={access ?? ""} />
        <SelectField
          label="AI credits"
          name="ai"
          options={AI_CREDITS}
          defaultValue={aiCredits === null ? "" : aiCredits ? "on" : "off"}
        />
        <SelectField label="Balance" name="balance" options={BALANCE} defaultValue={lowOnly ? "low" : ""} />
        <NarrowButtons verb="Search" resetHref={isNarrowed(listing) ? CUSTOMERS_PATH : null} />
      </form>
    </search>
  );
}
