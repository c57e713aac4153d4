import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { ChoiceWithConsequence } from '#renderer/ui/fields/check.tsx';

/** One of several by arrows and Enter, or by one click. Esc leaves what was. */
export function ChoiceList({ label, heads, options, value, onChoose }: {
  label: string;
  heads?: readonly string[];
  options: readonly { readonly value: string; readonly label: ReactNode; readonly consequences?: readonly ReactNode[] }[];
  value: string | null;
  onChoose: (value: string) => void;
}) {
  const [chosen, setChosen] = useState(value);
  const byPointer = useRef(false);
  const change = (next: string): void => {
    setChosen(next);
    if (byPointer.current) onChoose(next);
  };
  const keep = (event: KeyboardEvent): void => {
    byPointer.current = false;
    if (event.key !== 'Enter' || chosen === null) return;
    event.preventDefault();
    onChoose(chosen);
  };
  return (
    <div onPointerDown={() => { byPointer.current = true; }} onKeyDown={keep}>
      <ChoiceWithConsequence label={label} options={options} value={chosen} onChange={change} {...(heads === undefined ? {} : { heads })} />
    </div>
  );
}
