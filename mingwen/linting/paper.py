"""Rules that are asked on a screen only: on paper nothing is reached, pressed, followed or scrolled."""

from __future__ import annotations

from mingwen.linting.words import words

SCREEN_ONLY = words(
    "access-key auto-focus auto-popup bypass-blocks click-keys click-only click-role content-heading content-landmark "
    "copy-blocked focus-removed focus-seen focus-trap hidden-focus hover-only iframe-tabindex link-colour-only "
    "motion-actuation mouse-only new-window orientation-lock password-paste phone-link positive-tabindex "
    "presentational-focus scroll-focus select-navigation sideways-scroll skip-to-content viewport-zoom"
)
