"""``python -m vocabsvc`` is the command line."""

from vocabsvc.cli.app import main

if __name__ == "__main__":
    main()
