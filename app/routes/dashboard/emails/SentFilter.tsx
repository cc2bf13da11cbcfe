import { NarrowButtons } from "../../../ui/NarrowButtons";
import { SelectField } from "../../../ui/SelectField";

interface SentFilterProps {
  path: string;
  show: string | null;
  choices: readonly { value: string | null; label: string }[];
}

/** Narrows the list. The address is the filter, so it can be kept and sent to others. */
export function SentFilter({ path, show, choices }: SentFilterProps) {
  return (
    <search>
      <form action={path} className="flex flex-wrap items-end gap-4 px-5 py-4 sm:px-6">
        <div className="w-full sm:w-72">
          <SelectField
            label="Show"
            name="show"
            options={choices.map(({ value, label }) => ({ value: value ?? "", label }))}
            defaultValue={show ?? ""}
          />
        </div>
        <NarrowButtons verb="Filter" resetHref={show === null ? null : path} />
      </form>
    </search>
  );
}
