import { createLazyRoute } from '@tanstack/react-router';

export const agreementRoute = createLazyRoute('/shell/agreements/$id')({ component: () => null });
