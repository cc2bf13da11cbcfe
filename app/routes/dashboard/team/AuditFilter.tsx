import { AUDIT_GROUPS } from "../../../audit/actions";
import { AUDIT_PATH } from "../../../audit/audit-rows";
import { NarrowButtons } from "../../../ui/NarrowButtons";
import { SelectField } from "../../../ui/SelectField";
import { TextField } from "../../../ui/TextField";

interface AuditFilterProps {
  group: string | null;
  actor: string | null;
  objectId: string | null;
  people: readonly { value: string; label: string }[];
}

/** Narrows the log. The address is the filter, so it can be kept and sent to others. */
export function AuditFilter({ group, actor, objectId, people }: AuditFilterProps) {
  const isFiltered = group !== null || actor !== null || objectId !== null;
  return (
    <search>
      <form
        action={AUDIT_PATH}
        className="grid items-end gap-4 px-5 py-4 sm:grid-cols-2 sm:px-6 xl:grid-cols-[1fr_1fr_1.4fr_auto]"
      >
        <SelectField
          label="What"
          name="group"
          options={[{ value: "", label: "Everything" }, ...AUDIT_GROUPS]}
          defaultValue={group ?? ""}
        />
        <SelectField
          label="Who"
          name="actor"
          options={[{ value: "", label: "Anybody" }, ...people]}
          defaultValue={actor ?? ""}
        />
        <TextField
          label="About"
          name="object"
          defaultValue={objectId ?? ""}
          placeholder="The id of a plan, customer or purchase"
          maxLength={100}
        />
        <NarrowButtons verb="Filter" resetHref={isFiltered ? AUDIT_PATH : null} />
      </form>
    </search>
  );
}
