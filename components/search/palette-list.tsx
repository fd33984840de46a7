import { Fragment, useEffect, useRef } from 'react';
import { AppIcon } from '@/components/shell/app-icon';
import type { PaletteOption, PaletteSection } from './palette-options';

type Props = {
  id: string;
  label: string;
  sections: readonly PaletteSection[];
  /** The option that Enter takes. */
  active: number;
  onPoint: (at: number) => void;
  onChoose: (option: PaletteOption, inNewTab?: boolean) => void;
};

/** The list below the field, which keeps the focus; a group a section. */
export function PaletteList({ id, label, sections, active, onPoint, onChoose }: Props) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelectorAll('[role="option"]')[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const starts = sections.map((_, nth) =>
    sections.slice(0, nth).reduce((count, { options }) => count + options.length, 0),
  );
  return (
    <div ref={list} id={id} role="listbox" aria-label={label} className="sr-list" tabIndex={-1}>
      {sections.map((section, nth) => {
        const lines = section.options.map((option, place) => {
          const at = (starts[nth] ?? 0) + place;
          return (
            <Line
              key={option.id}
              {...{ id: `${id}-${at}`, option, at, onPoint, onChoose }}
              isActive={at === active}
            />
          );
        });
        if (!section.label) return <Fragment key={section.id}>{lines}</Fragment>;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a group of a listbox, not of form fields
          <div key={section.id} role="group" aria-labelledby={`${id}-${section.id}`}>
            <p id={`${id}-${section.id}`} className="sr-heading">
              {section.label}
            </p>
            {lines}
          </div>
        );
      })}
    </div>
  );
}

type LineProps = Pick<Props, 'id' | 'onPoint' | 'onChoose'> & {
  option: PaletteOption;
  at: number;
  isActive: boolean;
};

function Line({ id, option, at, isActive, onPoint, onChoose }: LineProps) {
  const { icon, title, detail, kind } = option;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above holds the focus and the keys
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className="sr-option"
      onPointerMove={() => onPoint(at)}
      onPointerDown={(event) => event.preventDefault()}
      onClick={(event) => onChoose(option, event.ctrlKey || event.metaKey)}
    >
      <AppIcon name={icon} size={18} className="shrink-0" />
      <span className="min-w-0 flex-1">
        <span className="block truncate">{title}</span>
        {detail && <span className="sr-detail">{detail}</span>}
      </span>
      <span className="sr-kind">{kind}</span>
    </div>
  );
}
