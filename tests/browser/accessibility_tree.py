"""What Chromium tells assistive technology of one element: role, name and description."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

Told = tuple[str, str, str]

# Chromium's own words: "" for what ARIA has no role for; the rest differs from ARIA in capitals only.
ROLES = {
    "Abbr": "",
    "Canvas": "",
    "DisclosureTriangle": "",
    "Figcaption": "",
    "Iframe": "",
    "LabelText": "",
    "MathMLMath": "math",
    "PluginObject": "",
    "Video": "",
    "image": "img",
}


class Tree:
    """The accessibility tree of one small page after the other, over the DevTools protocol."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.session = page.context.new_cdp_session(page)
        for domain in ("Accessibility", "DOM"):
            self.session.send(f"{domain}.enable")

    def told(self, html: str) -> Told:
        """Role, name and description of the element with data-t; empty texts where it is left out of the tree."""
        self.page.set_content(f"<!DOCTYPE html><html lang=zh><body>{html}</body></html>")
        root = self.session.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
        found = self.session.send("DOM.querySelector", {"nodeId": root, "selector": "[data-t]"})["nodeId"]
        wanted = self.session.send("DOM.describeNode", {"nodeId": found})["node"]["backendNodeId"]
        for node in self.session.send("Accessibility.getFullAXTree")["nodes"]:
            if node.get("backendDOMNodeId") == wanted and not node["ignored"]:
                role = text(node, "role")
                return ROLES.get(role, role).lower(), text(node, "name"), text(node, "description")
        return "", "", ""


def text(node: dict[str, Any], field: str) -> str:
    return " ".join(str(node.get(field, {}).get("value", "")).split())
