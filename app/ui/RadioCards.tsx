interface RadioCardsProps {
  legend: string;
  name: string;
  options: readonly { value: string; label: string; hint: string }[];
  defaultValue: string;
}

/** A choice between a few things that each need a sentence. */
export function RadioCards({ legend, name, options, defaultValue }: RadioCardsProps) {
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2 text-sm font-medium">{legend}</legend>
      {options.map(({ value, label, hint }) => (
        <label
          key={value}
          className="grid cursor-pointer grid-cols-[auto_1fr] gap-x-3 rounded-lg border border-border p-3.5 has-checked:border-primary-edge has-checked:bg-muted"
        >
          <input
            type="radio"
            name={name}
            value={value}
            defaultChecked={value === defaultValue}
            // The label around it is there to be clicked: its hint is no part of the name, and would be read twice.
            aria-labelledby={`${name}-${value}-label`}
            aria-describedby={`${name}-${value}-hint`}
            className="mt-1"
          />
          <span id={`${name}-${value}-label`} className="font-medium">
            {label}
          </span>
          <span id={`${name}-${value}-hint`} className="col-start-2 text-sm text-muted-foreground">
            {hint}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
