"""`python -m dragoman.cli`: the same program, for where no script was installed."""

from dragoman.cli import main

if __name__ == "__main__":
    main()
