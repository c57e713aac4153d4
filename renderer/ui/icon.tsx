import { iconPaths, type IconName } from './icon-paths.ts';
import styles from './icon.module.css';

/** An icon, 16 high unless `size` says otherwise. Decoration by default; with `label` it is an image of that name. */
export function Icon({ name, size = 16, label, className }: { name: IconName; size?: number; label?: string; className?: string | undefined }) {
  const filled = name.endsWith('-filled');
  return (
    <svg
      className={className === undefined ? styles.icon : `${styles.icon} ${className}`}
      width={size} height={size} viewBox="0 0 24 24"
      fill={filled ? 'currentColor' : 'none'} stroke={filled ? 'none' : 'currentColor'} strokeWidth="1.7" strokeLinecap="round" strokeLinejoin="round"
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      {iconPaths[name].map((path) => <path key={path} d={path} />)}
    </svg>
  );
}

export type { IconName };
