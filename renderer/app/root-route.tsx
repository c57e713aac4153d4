import { createRootRoute, createRoute, Outlet } from '@tanstack/react-router';
import { NotFound, ScreenError } from './failure.tsx';
import { Gate } from './gate.tsx';

/** Everything hangs under this one; what fails inside is said on the page. */
export const rootRoute = createRootRoute({ component: Outlet, notFoundComponent: NotFound, errorComponent: ScreenError });

/** The window's frame. Every feature's routes are its children: `getParentRoute: () => shellRoute`. Before the first start it shows the start screen. */
export const shellRoute = createRoute({ getParentRoute: () => rootRoute, id: 'shell', component: Gate, errorComponent: ScreenError });
