"""python build.py = mingwen build."""

import sys

try:
    from mingwen.__main__ import run
except ModuleNotFoundError as missing:
    sys.exit(f"缺少依赖 {missing.name}，请先运行：make install\nMissing dependency {missing.name}; run: make install")

if __name__ == "__main__":
    sys.argv[1:1] = ["build"]
    run()
