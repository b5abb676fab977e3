/** An article of our own that says what articles say: three harmful claims, and some of each other kind. */
export const ARTICLE = `Clogged milk ducts

A lump in the breast can frighten anyone. Many mothers find that it goes away within a day or two.

What people try

Massage the lump as hard as you can with your knuckles, even if it hurts. Open a milk blister with a sterile needle.
Take lecithin to thin the milk. A warm compress before the feed can help milk flow.

When it lasts

Keep breastfeeding through mastitis: the milk is safe. See a doctor when a fever does not go down within a day.
Feed every four hours at most, so that the breast can rest.`;
