import { useId, type MouseEvent, type ReactNode, type Ref } from 'react';
import { classes } from './classes.ts';
import styles from './button.module.css';
import { Icon, type IconName } from './icon.tsx';
import { KeyHint } from './key-hint.tsx';
import { tip, type TipHandlers } from './tip.tsx';

export type ButtonProps = {
  /** What happens, as a deed: "Send to customer". With `iconOnly` it is the accessible name and the tip. */
  children: ReactNode;
  /** `primary` is the one action of the screen; `plain` has a frame; `quiet` none; `link` reads as text; `danger` cannot be undone. */
  kind?: 'primary' | 'plain' | 'quiet' | 'link' | 'danger';
  size?: 'small' | 'normal' | 'large';
  icon?: IconName;
  iconOnly?: boolean;
  /** The key that does the same, shown in the button. */
  keyHint?: string;
  /** Why it cannot be used now; makes it disabled and says so. */
  disabledReason?: string | null | undefined;
  onClick?: (event: MouseEvent<HTMLButtonElement>) => void;
  type?: 'button' | 'submit';
  pressed?: boolean;
  expanded?: boolean;
  hasPopup?: 'menu' | 'dialog' | 'listbox';
  className?: string | undefined;
  ref?: Ref<HTMLButtonElement>;
};

/** A button, 32 high (28 small, 40 large). A disabled one stays reachable and says why. */
export function Button(props: ButtonProps) {
  const { children, kind = 'plain', size = 'normal', icon, iconOnly = false, keyHint, disabledReason, onClick, type = 'button', ref } = props;
  const reasonId = useId();
  const disabled = typeof disabledReason === 'string' && disabledReason !== '';
  return (
    <button
      ref={ref}
      type={type}
      className={classes(styles.button, styles[kind], styles[size], iconOnly && styles.iconOnly, props.className)}
      aria-disabled={disabled || undefined}
      aria-describedby={disabled ? reasonId : undefined}
      aria-pressed={props.pressed}
      aria-expanded={props.expanded}
      aria-haspopup={props.hasPopup}
      {...tipOf(props, disabled)}
      onClick={(event) => {
        if (disabled) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon === undefined ? null : <Icon name={icon} {...(size === 'large' ? { size: 18 } : {})} />}
      {iconOnly ? <span className="sr">{children}</span> : children}
      {keyHint === undefined || iconOnly ? null : <KeyHint>{keyHint}</KeyHint>}
      {disabled ? <span id={reasonId} className="sr">{disabledReason}</span> : null}
    </button>
  );
}

/** A disabled button tells why, one without words its name and key. */
function tipOf({ children, disabledReason, iconOnly, expanded, keyHint }: ButtonProps, disabled: boolean): TipHandlers | null {
  if (disabled) return tip(disabledReason);
  if (iconOnly !== true || expanded === true) return null;
  return tip(keyHint === undefined ? children : <>{children} <KeyHint>{keyHint}</KeyHint></>);
}
