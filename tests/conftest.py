"""What all tests share."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def project_root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def shared_dir() -> Path:
    """The folder of shared development plans; set HOI_NGHI_SHARED to point elsewhere."""
    folder = Path(os.environ.get("HOI_NGHI_SHARED", ROOT.parent / "shared"))
    if not (folder / "plans").is_dir():
        pytest.skip("the shared development plans are not here (HOI_NGHI_SHARED)")
    return folder
