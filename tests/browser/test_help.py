"""The help page names keys as they are on the reader's keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

MAC = "Object.defineProperty(navigator, '{0}', {{ value: {1}, configurable: true }})"


@pytest.mark.parametrize(
    ("before", "first", "zoom"),
    [
        ("", "Ctrl + Alt + 1", "苹果电脑按住 Command 键（⌘）"),
        (MAC.format("userAgentData", "{ platform: 'macOS' }"), "⌃ ⌥ 1", "按住 Command 键（⌘），再按加号键"),
        (
            MAC.format("userAgentData", "undefined") + ";" + MAC.format("platform", "'MacIntel'"),
            "⌃ ⌥ 1",
            "按住 Command 键（⌘），再按加号键",
        ),
    ],
    ids=["others", "Mac", "Mac, Safari"],
)
def test_keys_are_told_as_they_are_printed(browser: Browser, address: str, before: str, first: str, zoom: str) -> None:
    page = browser.new_page()
    if before:
        page.add_init_script(before)
    page.goto(address + "help.html")
    keys = page.locator("main kbd").all_inner_texts()
    text = page.locator("main").inner_text()
    page.close()

    assert first in keys
    assert all(("⌃" in key) == ("⌃" in first) for key in keys if len(key) > 1)
    assert zoom in text


def test_without_scripts_both_are_told(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "zz/help.html")
    text = page.locator("main").inner_text()
    context.close()

    assert "Ctrl + Alt + 7" in text
    assert "Ctrl 是 Control（⌃），Alt 是 Option（⌥）" in text
