/** Words around the guide; the guide itself is in docs/guide. */
export const guideMessages = {
  title: 'Guide',
  open: 'Guide for this place',
  contents: 'Chapters',
  find: 'Find in the guide',
  found: { one: '{count} place found', other: '{count} places found' },
  foundNone: 'Nothing in the guide has all of these words.',
  linkTo: 'Link to {title}',
  previous: 'Before: {title}',
  next: 'Next: {title}',
} as const;
