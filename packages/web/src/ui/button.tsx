import type { ReactNode, Ref } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import styles from './button.module.css';
import { classes } from './classes.ts';

export type ButtonLook = 'plain' | 'primary' | 'ghost' | 'link';

/** Class of a button's look, for things that look like one and are not (links). */
export function buttonClass(look: ButtonLook = 'plain', size: 'normal' | 'large' | 'icon' = 'normal'): string {
  if (look === 'link') return styles.link ?? '';
  return classes(
    styles.button,
    look !== 'plain' && styles[look],
    size === 'large' && styles.large,
    size === 'icon' && styles.icon,
  );
}

export interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  readonly look?: ButtonLook;
  readonly size?: 'normal' | 'large';
  readonly isDisabled?: boolean;
  readonly type?: 'button' | 'submit';
  readonly id?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({ children, onPress, look, size, isDisabled, type, id, ref }: ButtonProps) {
  return (
    <AriaButton
      className={buttonClass(look, size)}
      type={type ?? 'button'}
      isDisabled={isDisabled ?? false}
      {...(onPress && { onPress })}
      {...(id && { id })}
      {...(ref && { ref })}
    >
      {children}
    </AriaButton>
  );
}

/** A button that is only an icon: its name is spoken and shown on hover. */
export function IconButton({
  name,
  children,
  onPress,
  look = 'plain',
  isPressed,
}: {
  readonly name: string;
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly look?: ButtonLook;
  readonly isPressed?: boolean;
}) {
  return (
    <button
      type="button"
      className={buttonClass(look, 'icon')}
      aria-label={name}
      title={name}
      onClick={onPress}
      {...(isPressed !== undefined && { 'aria-pressed': isPressed })}
    >
      {children}
    </button>
  );
}
