import { z } from 'zod';

/** The page's content security policy forbids code made from text; zod must not even try. Import this before any schema is used. */
z.config({ jitless: true });
